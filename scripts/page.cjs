// Preloaded by `npm run cruce`: of all commands `cruce serve` and those that write a report
// alone need the built page, so it is built for these.
"use strict";

var childProcess = require("child_process");
var path = require("path");
var isMainThread = require("worker_threads").isMainThread;

// Workers inherit what is preloaded, and with it this file.
var has = function (pattern) {
  return process.argv.some(function (word) {
    return pattern.test(word);
  });
};
var needsPage = (process.argv[2] === "serve" || has(/^--report(=|$)/)) && !has(/^(-h|--help)$/);

if (isMainThread && needsPage) {
  var bootstrap = path.join(__dirname, "bootstrap.cjs");
  var ended = childProcess.spawnSync(process.execPath, [bootstrap, "--client"], { stdio: ["ignore", 2, 2] });
  if (ended.status !== 0) process.exit(1);
}
