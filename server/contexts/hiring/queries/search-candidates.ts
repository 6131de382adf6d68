import type { z } from "zod";
import type { Ctx } from "@/server/platform/context";
import { candidatesList, type searchCandidatesInput } from "../contracts/applications";
import { demandManager } from "../domain/access";
import { listCandidates } from "./list-candidates";

/** The few newest candidates whose name, e-mail or phone number holds a text: for the command palette. */
export async function searchCandidates(ctx: Ctx, { search, limit }: z.output<typeof searchCandidatesInput>) {
	demandManager(ctx.actor);
	const { rows } = await listCandidates(ctx, candidatesList.input.parse({ search, limit }));
	return rows.map(({ applicationId, name, email, state, breed, coat, photoId, vacancyName }) => ({
		...{ applicationId, name, email, state, breed, coat, photoId, vacancyName },
	}));
}
