/** YAML files are read by the tests as plain data; each test says what shape it expects. */
declare module '*.yaml' {
  const data: unknown;
  export default data;
}
