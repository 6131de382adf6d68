import { perProcess } from "@/server/kernel/per-process";
import { inngest } from "../inngest/client";
import { functions } from "../inngest/functions";
import { createRegistry, type Registry } from "./registry";

const state = perProcess("registry", (): { registry?: Promise<Registry> } => ({}));

/** What the house's own functions ask of an engine. Throws UnsupportedFunction for what only a real Inngest server does. */
export const houseRegistry = (): Promise<Registry> => {
	state.registry ??= createRegistry(inngest, functions);
	return state.registry;
};
