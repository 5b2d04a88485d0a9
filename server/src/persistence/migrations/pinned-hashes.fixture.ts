/** Hash of every released migration's text, by version. A difference means that history was edited: write a new step instead. */
export const PINNED_HASHES: Readonly<Record<number, string>> = {
  1: 'de2c5cb3e5e130c9f44fee601e2e26060e19690358e428e4fe56ece1a53a2215',
  2: '9b073dfed0a5f1b910d656844841940f06537b9f72cc577adcd2f07e11fc34ed',
  3: '8aafc6eb47e97b6f0e3caf9e8cfcd18d3af01250e5baecccc71749b5c74f0c85',
  4: '93c806e16949f5510ccd8760062fda5e680af4a56d9e64de2cdc53960a54c32e',
  5: '0ac24684b2aa62365883510e7527406319d2cf962c1e978d4c043afc90bac7ec',
  6: 'e755afe25dc668312f30278b0d8dc4c65593811db14741e83defe173fb29f14b',
  7: '5b05ff5f4f1ee655100ea0a44c35cd07a4094cd8a1191121662f4c8be933cedd',
  8: '4d166f2d9622cab85069b2461c25a267debf2951391d28b7249853e1a2cf6d6f',
};
