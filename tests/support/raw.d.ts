/** A file as text, put in place when the tests are built: workerd has no disk to read from. */
declare module '*?raw' {
  const text: string;
  export default text;
}
