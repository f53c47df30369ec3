'use strict';
// How a function's process starts: `node boot.cjs`. Loads ./app.js (one CJS bundle, wrapped in a function expression, ASCII only)
// through a V8 code cache written after the function had handled requests, so that it also holds what V8 compiles lazily; and in
// the same way ./telemetry.js, once app.js asks for it.
// V8 checks version, flags and the length of the source, not its content: a file and its .v8 are always built together.
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');
const { createRequire } = require('node:module');

const making = process.env.MAKE_V8_CACHE === '1';
const loaded = [];

function cached(file) {
  try {
    return making ? undefined : fs.readFileSync(`${file}.v8`);
  } catch {
    return undefined; // Without a cache everything works, only slower.
  }
}

function load(name) {
  const file = path.join(__dirname, name);
  const cachedData = cached(file);
  const script = new vm.Script(fs.readFileSync(file, 'latin1'), {
    filename: file,
    cachedData,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  if (script.cachedDataRejected) process.stderr.write('{"level":40,"msg":"V8 code cache rejected"}\n');
  loaded.push({ file, script });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, __dirname, load);
  return module.exports;
}

const app = load('app.js');

if (making) {
  app.warm().then(
    () => {
      for (const { file, script } of loaded) fs.writeFileSync(`${file}.v8`, script.createCachedData());
      process.exit(0);
    },
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
}
