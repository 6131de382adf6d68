// An instance as a process of its own, to be killed. It ends with whoever started it. It looks for work more often than one that
// lives by the clock, for here days pass in minutes.
import { startTestEngine } from "@/server/engine/testing";
import { functions } from "@/server/inngest/functions";

process.once("disconnect", () => process.exit());
const delivery = process.env.CHAOS_DELIVERY;
await startTestEngine(functions, { twice: delivery === "twice", repeated: delivery === "answers-lost" });
process.send?.("ready");
