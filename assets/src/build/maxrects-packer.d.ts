/** The package's CommonJS entry is broken under Node's ESM loader (2.7.4), so its module build is imported by path; this gives it the types. */
declare module 'maxrects-packer/dist/maxrects-packer.mjs' {
  export * from 'maxrects-packer';
}
