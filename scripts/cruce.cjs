#!/usr/bin/env node
// The `cruce` command: starts the pinned Node on the checkout. A file of its own, in old JavaScript, because the Node
// on a user's path may be any, and because Node does not strip types from files under node_modules.
"use strict";

var childProcess = require("child_process");
var path = require("path");
var bootstrap = require("./bootstrap.cjs");

var args = process.argv.slice(2);

function start() {
  var entry = [
    "--require",
    path.join(__dirname, "runtime.cjs"),
    path.join(__dirname, "..", "server", "cli", "main.ts"),
  ];
  var child = childProcess.spawn(bootstrap.pinnedNode(), entry.concat(args), { stdio: "inherit" });
  // A terminal sends Ctrl-C to both; this process only has to outlive the other and report how it ended.
  process.on("SIGINT", function () {});
  ["SIGTERM", "SIGHUP"].forEach(function (signal) {
    process.on(signal, function () {
      child.kill(signal);
    });
  });
  child.on("error", function (error) {
    process.stderr.write("cruce: cannot start Node: " + error.message + "\n");
    process.exitCode = 1;
  });
  child.on("exit", function (code, signal) {
    if (signal === null) return process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

var needsPage =
  args[0] === "serve" ||
  args.some(function (word) {
    return /^--report(=|$)/.test(word);
  });
bootstrap.bringUpToDate(needsPage, function (code) {
  if (code !== 0) process.exit(code);
  start();
});
