import { expect, test } from "vitest";
import { forgetOtherServersChanges } from "@/db/after-restore";
import { rawSql } from "@/db/client";
import { createCtx } from "./context";
import { withTransaction } from "./database";
import { env } from "./env";
import { announce } from "./live";

test("after a restore, changes that another server has counted are forgotten, and those of this one stay", async () => {
	const ctx = createCtx();
	await withTransaction(ctx, (tx) => announce(tx, { context: "ordering", subject: "here", audiences: [] }));
	await rawSql()`
		insert into platform.live_changes (transaction, audiences, context, subject)
		values ('999999999999', '{office}', 'ordering', 'elsewhere')`;
	await rawSql()`insert into platform.live_retention (pruned_before) values ('999999999998')`;
	await forgetOtherServersChanges(env().DATABASE_URL);
	expect(await rawSql()`select subject from platform.live_changes`).toEqual([{ subject: "here" }]);
	expect(await rawSql()`select from platform.live_retention`).toHaveLength(0);
});
