import { managers, router } from "@/server/trpc/procedures";
import { setRequirements } from "./commands/set-requirements";
import { officeOrderInput, serviceTypeTraitsInput, setServiceTypeTraitsInput } from "./contracts";
import type { Link } from "./domain/chain";
import type { SampleId } from "./domain/sample";
import { getActiveChain } from "./queries/get-chain";
import { type Explanation, getExplanation } from "./queries/get-explanation";
import { getRequirements } from "./queries/get-requirements";

/** All of it is for managers: nobody else may see a score, a weight, a step or a rival. Here samples become workers again. */
export const matchingRouter = router({
	/** Why this worker? */
	officeOrder: managers.input(officeOrderInput).query(async ({ ctx, input }) => {
		const explanation = await getExplanation(ctx, input.orderId);
		return explanation && inWordsOfTheHouse(explanation);
	}),
	/** The chain in force. */
	chain: managers.query(async ({ ctx }) => {
		const { version, links } = await getActiveChain(ctx);
		return { version, steps: links.map(stepOf) };
	}),
	serviceTypeTraits: managers.input(serviceTypeTraitsInput).query(async ({ ctx, input }) => {
		const { version, wanted } = await getRequirements(ctx, input.serviceTypeId);
		return { version, traits: wanted };
	}),
	setServiceTypeTraits: managers
		.input(setServiceTypeTraitsInput)
		.mutation(({ ctx, input: { serviceTypeId, version, traits } }) =>
			setRequirements(ctx, { type: serviceTypeId, version, wanted: traits }),
		),
});

const stepOf = ({ step: { id, version, kind }, params, weight }: Link) => ({
	...{ step: id, version, kind, params },
	weight: kind === "score" ? weight : null,
});

function inWordsOfTheHouse({ demand, records, reservations, names }: Explanation) {
	const worker = (sample: SampleId) => ({ workerId: sample, name: names.get(sample) ?? "" });
	return {
		state: demand.state,
		waitingReason: demand.waitingReason,
		excluded: demand.excluded.map(worker),
		/** One for each match, and the search that goes on as the last. Candidates: the best first, then the eliminated ones. */
		matches: records.map(
			({ match, at, pipelineVersion, links, outcome, waitingReason, chosen, score, funnel, candidates }) => ({
				...{ match, at, chainVersion: pipelineVersion, outcome, waitingReason, score, funnel },
				steps: links.map(stepOf),
				chosen: chosen && worker(chosen),
				candidates: candidates.map(({ sample, values, out, rank }) => ({ ...worker(sample), values, out, rank })),
			}),
		),
		reservations: reservations.map(({ match, sample, startsAt, endsAt, heldAt, releasedAt, releasedBy }) => ({
			...{ match, ...worker(sample), startsAt, endsAt, heldAt, releasedAt, releasedBy },
		})),
	};
}
