// After a change of the packages: makes the lock file one that `npm ci` accepts everywhere.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { completed, gapsIn } from "./lib/package-lock.mjs";

const file = path.resolve(import.meta.dirname, "..", "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
writeFileSync(file, `${JSON.stringify(completed(lock), null, 2)}\n`);
console.log(`${gapsIn(lock).length} packages of other platforms were missing and are in the lock now.`);
