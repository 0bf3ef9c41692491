// Preloaded by `npm run cruce`: of all commands `cruce serve` alone needs the built page, so it is built for that one.
"use strict";

var childProcess = require("child_process");
var path = require("path");
var isMainThread = require("worker_threads").isMainThread;

// Workers inherit what is preloaded, and with it this file.
if (isMainThread && process.argv[2] === "serve") {
  var bootstrap = path.join(__dirname, "bootstrap.cjs");
  var ended = childProcess.spawnSync(process.execPath, [bootstrap, "--client"], { stdio: ["ignore", 2, 2] });
  if (ended.status !== 0) process.exit(1);
}
