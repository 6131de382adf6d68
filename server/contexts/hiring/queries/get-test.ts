import { and, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import { tests, testVersions } from "@/db/schema/hiring-tests";
import type { ActorRef } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import { canonicalJson } from "@/server/kernel/idempotency";
import type { TestId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import type { getTestInput, previewTestInput } from "../contracts/tests";
import { demandManager } from "../domain/access";
import { paperOf } from "../domain/paper";
import { type PublicSection, publicSection } from "../domain/public-question";
import { type TestContent, testContent } from "../domain/test-content";

type OfficeTest = {
	testId: TestId;
	revision: number;
	version: number | null;
	active: boolean;
	draft: TestContent;
	/** Whether the draft differs from what is assigned now. */
	unpublished: boolean;
	versions: { version: number; publishedAt: Date; publishedBy: ActorRef }[];
};

/** A test as the library's editor shows it. */
export async function getTest(ctx: Ctx, { testId }: z.output<typeof getTestInput>): Promise<OfficeTest> {
	demandManager(ctx.actor);
	const [test] = await ctx.db.select().from(tests).where(eq(tests.id, testId));
	if (!test) throw commonRefusals.because("not_found");
	const versions = await ctx.db
		.select()
		.from(testVersions)
		.where(eq(testVersions.testId, testId))
		.orderBy(desc(testVersions.version));
	return {
		...{ testId, revision: test.revision, version: test.version, active: test.active },
		draft: testContent.parse(test.draft),
		unpublished: canonicalJson(versions[0]?.content) !== canonicalJson(test.draft),
		versions: versions.map(({ version, publishedAt, publishedBy }) => ({ version, publishedAt, publishedBy })),
	};
}

/** A version of a test, or its draft, as some candidate would see it: by the same way on which candidates get theirs. */
export async function previewTest(
	ctx: Ctx,
	{ testId, version, paper }: z.output<typeof previewTestInput>,
): Promise<{ title: TestContent["title"]; intro: TestContent["intro"]; minutes: number; sections: PublicSection[] }> {
	demandManager(ctx.actor);
	const content = version === null ? await draftOf(ctx, testId) : await contentOf(ctx, { testId, version });
	const seed = `preview ${testId} ${paper}`;
	const { title, intro, minutes } = content;
	return { title, intro, minutes, sections: paperOf(content, seed).map((section) => publicSection(section, seed)) };
}

async function draftOf(ctx: Ctx, testId: TestId): Promise<TestContent> {
	const [test] = await ctx.db.select({ draft: tests.draft }).from(tests).where(eq(tests.id, testId));
	if (!test) throw commonRefusals.because("not_found");
	return testContent.parse(test.draft);
}

/** What was published under that number. */
export async function contentOf(
	ctx: Ctx,
	{ testId, version }: { testId: TestId; version: number },
): Promise<TestContent> {
	const [found] = await ctx.db
		.select({ content: testVersions.content })
		.from(testVersions)
		.where(and(eq(testVersions.testId, testId), eq(testVersions.version, version)));
	if (!found) throw commonRefusals.because("not_found");
	return testContent.parse(found.content);
}
