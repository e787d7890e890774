// The bundler turns an imported text file into its content.
declare module '*.txt' {
  const text: string;
  export default text;
}
