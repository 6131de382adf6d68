import { z } from "zod";
import type { Step } from "../domain/step";
import { steps } from "../steps";

/** Every step that a chain may name, for the editor: what it is, what it needs and gives, and the form of its parameters. */
export const listSteps = (known: readonly Step[] = steps) =>
	known.map((step) => ({
		...{ step: step.id, version: step.version, kind: step.kind, name: step.name, about: step.about },
		/** Whether there is no newer version: chains name old ones, new places take this one. */
		newest: known.every(({ id, version }) => id !== step.id || version <= step.version),
		/** JSON Schema; `label` is what the form calls a field, `format: "expression"` asks for an expression. */
		params: z.toJSONSchema(step.params, { io: "input" }),
		defaults: step.params.safeParse({}).data ?? null,
		needs: step.needs ?? [],
		gives: step.kind === "reduce" ? step.gives : step.kind === "filter" || step.kind === "rescale" ? null : step.id,
		waitingReason: step.kind === "filter" ? step.waitingReason : null,
		vocabulary: step.vocabulary ?? [],
	}));
