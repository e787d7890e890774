// The folder of the browser's VS Code: files that are kept in memory, under the scheme shelf:, as the files.json beside this
// one begins with. It must not know what is in them.
const { Disposable, EventEmitter, FileChangeType, FileSystemError, FileType, Uri, workspace } = require('vscode');

const parentOf = (path) => path.slice(0, path.lastIndexOf('/')) || '/';
const nameOf = (path) => path.slice(path.lastIndexOf('/') + 1);

class Shelf {
  #changed = new EventEmitter();
  onDidChangeFile = this.#changed.event;
  /** By path; a folder holds no content. */
  #entries = new Map([['/', { type: FileType.Directory, ctime: 0, mtime: 0 }]]);

  #tell(type, path) {
    this.#changed.fire([{ type, uri: Uri.from({ scheme: 'shelf', path }) }]);
  }

  #get({ path }) {
    const entry = this.#entries.get(path);
    if (!entry) throw FileSystemError.FileNotFound(path);
    return entry;
  }

  #below(path) {
    return [...this.#entries.keys()].filter((each) => each.startsWith(`${path === '/' ? '' : path}/`) && each !== '/');
  }

  watch() {
    return new Disposable(() => {});
  }

  stat(uri) {
    const { type, ctime, mtime, content } = this.#get(uri);
    return { type, ctime, mtime, size: content?.length ?? 0 };
  }

  readDirectory({ path }) {
    return this.#below(path).filter((each) => parentOf(each) === path).map((each) => [nameOf(each), this.#entries.get(each).type]);
  }

  readFile(uri) {
    const { content } = this.#get(uri);
    if (!content) throw FileSystemError.FileIsADirectory(uri);
    return content;
  }

  createDirectory({ path }) {
    for (let each = path; !this.#entries.has(each); each = parentOf(each)) {
      this.#entries.set(each, { type: FileType.Directory, ctime: Date.now(), mtime: Date.now() });
      this.#tell(FileChangeType.Created, each);
    }
  }

  writeFile(uri, content, { create, overwrite }) {
    const { path } = uri;
    const before = this.#entries.get(path);
    if (!before && !create) throw FileSystemError.FileNotFound(uri);
    if (before && create && !overwrite) throw FileSystemError.FileExists(uri);
    this.#get({ path: parentOf(path) });
    this.#entries.set(path, { type: FileType.File, ctime: before?.ctime ?? Date.now(), mtime: Date.now(), content });
    this.#tell(before ? FileChangeType.Changed : FileChangeType.Created, path);
  }

  delete(uri) {
    this.#get(uri);
    for (const path of [...this.#below(uri.path), uri.path]) {
      this.#entries.delete(path);
      this.#tell(FileChangeType.Deleted, path);
    }
  }

  rename(from, to) {
    const entry = this.#get(from);
    for (const path of this.#below(from.path)) this.rename({ path }, { path: to.path + path.slice(from.path.length) });
    this.#entries.set(to.path, entry);
    this.#entries.delete(from.path);
    this.#tell(FileChangeType.Deleted, from.path);
    this.#tell(FileChangeType.Created, to.path);
  }
}

exports.activate = async (context) => {
  const shelf = new Shelf();
  const files = await (await fetch(Uri.joinPath(context.extensionUri, 'files.json').toString(true))).json();
  for (const [path, text] of Object.entries(files)) {
    shelf.createDirectory({ path: parentOf(path) });
    shelf.writeFile(Uri.from({ scheme: 'shelf', path }), new TextEncoder().encode(text), { create: true, overwrite: false });
  }
  context.subscriptions.push(workspace.registerFileSystemProvider('shelf', shelf, { isCaseSensitive: true }));
};
