// How the server's process is started, for whoever starts it. Must know nothing else.

/**
 * One server serves one window and answers in milliseconds: a small nursery and one helper thread are enough. Without them
 * most of its memory would be garbage that nobody is in a hurry to collect. Both are options that Node documents.
 */
export const SERVER_OPTIONS = ['--max-semi-space-size=1', '--v8-pool-size=1'];
