import { z } from "zod";
import { type ActorRef, actorRef, system } from "@/server/kernel/actor";
import { newId } from "@/server/kernel/ids";
import { catalog } from "../events/catalog";
import { OUTBOX_CHANNEL } from "../events/publish";
import { rows, type Sql } from "./store";

const envelope = z.object({
	actor: z.custom<ActorRef>((value) => typeof value === "object" && value !== null),
	subjects: z.array(z.string()),
	cause: z.string().nullable(),
});

const sent = z.array(
	z.object({
		id: z.string().nullish(),
		name: z.string(),
		data: z.record(z.string(), z.unknown()).nullish(),
		v: z.string().nullish(),
	}),
);

/**
 * Puts events that were sent through the SDK into the outbox, beside those that commands publish. An event whose id is there
 * already is the same event and is not delivered again. Gives the ids in order.
 */
export async function sendEvents(sql: Sql, body: unknown): Promise<string[]> {
	const given = sent.parse(body).map(outboxRow);
	await sql`
		with sent as (
			insert into events.outbox (id, name, version, data, actor, subjects, cause, occurred_at)
			select id, name, version, data, actor, array(select jsonb_array_elements_text(subjects)), cause,
				platform.business_now()
			from jsonb_to_recordset(${rows(given)}::text::jsonb) as x (
				id text, name text, version text, data jsonb, actor jsonb, subjects jsonb, cause text)
			on conflict (id) do nothing returning 1
		)
		select pg_notify(${OUTBOX_CHANNEL}, '') from sent limit 1`;
	return given.map(({ id }) => id);
}

const sentBySdk = actorRef(system("inngest"));

function outboxRow({ id, name, data, v }: z.output<typeof sent>[number]) {
	const { envelope: carried, ...payload } = data ?? {};
	const known = catalog.get(name);
	const { actor, subjects, cause } = envelope.safeParse(carried).data ?? {
		actor: sentBySdk,
		subjects: [],
		cause: null,
	};
	return {
		id: id ?? newId<string>(),
		name,
		version: v ?? String(known?.version ?? 1),
		data: known ? payload : (data ?? {}),
		actor,
		subjects,
		cause,
	};
}
