import { kitIssued, kitIssueUndone } from "@/server/events/catalog/supplies";
import { reaction } from "@/server/inngest/define";
import { recordKit } from "../commands/record-kit";

export const recordKitIssued = reaction({
	id: "execution/record-kit-issued",
	on: kitIssued,
	run: ({ ctx, data, step }) => step.run("record", () => recordKit(ctx, { ...data, issued: true })),
});

export const recordKitIssueUndone = reaction({
	id: "execution/record-kit-issue-undone",
	on: kitIssueUndone,
	run: ({ ctx, data, step }) => step.run("record", () => recordKit(ctx, { ...data, issued: false })),
});
