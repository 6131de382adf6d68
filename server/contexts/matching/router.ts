import { managers, router } from "@/server/trpc/procedures";
import { activatePipeline, rollBackPipeline } from "./commands/activate-pipeline";
import { pinWorker } from "./commands/pin-worker";
import { savePipeline } from "./commands/save-pipeline";
import { setRequirements } from "./commands/set-requirements";
import { shadowPipeline, sharePipeline } from "./commands/shadow-pipeline";
import {
	activatePipelineInput,
	assembleInput,
	comparePipelinesInput,
	findWorkersInput,
	officeOrderInput,
	pinWorkerInput,
	pipelineInput,
	replayInput,
	rollBackInput,
	savePipelineInput,
	serviceTypeTraitsInput,
	setServiceTypeTraitsInput,
	shadowPipelineInput,
	sharePipelineInput,
	triableOrdersInput,
	tryChainInput,
	weighWorkerInput,
} from "./contracts";
import { assembleChain, type Link } from "./domain/chain";
import { outInWords, sentenceOf, waitingSentences } from "./domain/plain-words";
import type { SampleId } from "./domain/sample";
import { getActiveChain } from "./queries/get-chain";
import { getShadow, listOutcomes } from "./queries/get-experiment";
import { type Explanation, getExplanation } from "./queries/get-explanation";
import { getReplay } from "./queries/get-replay";
import { getRequirements } from "./queries/get-requirements";
import { getTrial, type Trial } from "./queries/get-trial";
import { getWeighed } from "./queries/get-weighed";
import { listNamed } from "./queries/list-named";
import { getDifference, getPipeline, listPipelines } from "./queries/list-pipelines";
import { listSteps } from "./queries/list-steps";
import { listTriableOrders } from "./queries/list-triable-orders";
import { steps as known } from "./steps";

/** All of it is for managers: nobody else may see a score, a weight, a step or a rival. Here samples become workers again. */
export const matchingRouter = router({
	/** Why this worker? */
	officeOrder: managers.input(officeOrderInput).query(async ({ ctx, input }) => {
		const explanation = await getExplanation(ctx, input.orderId);
		return explanation && explanationInWords(explanation);
	}),
	/** What a match made of one worker, of whom nothing may have been kept: computed again from what was known then. */
	weighWorker: managers.input(weighWorkerInput).query(async ({ ctx, input: { orderId, match, workerId } }) => {
		const { candidate, among, ...told } = await getWeighed(ctx, { order: orderId, match, sample: workerId });
		const { steps, candidates } = toldInWords({ ...told, ...nothingElse, candidates: [candidate] });
		return { steps, candidates, among };
	}),
	findWorkers: managers.input(findWorkersInput).query(async ({ ctx, input }) => {
		const found = await listNamed(ctx, input);
		return found.map(({ id, name, active }) => ({ workerId: id, name, active }));
	}),
	/** The chain in force. */
	chain: managers.query(async ({ ctx }) => {
		const { version, links } = await getActiveChain(ctx);
		return { version, steps: links.map(stepOf) };
	}),
	/** Every step that a chain may name, with the form of its parameters. */
	steps: managers.query(() => listSteps()),
	/** Every version, which one is in force, and to which one press leads back. */
	pipelines: managers.query(({ ctx }) => listPipelines(ctx)),
	pipeline: managers.input(pipelineInput).query(({ ctx, input }) => getPipeline(ctx, input.version)),
	comparePipelines: managers.input(comparePipelinesInput).query(({ ctx, input }) => getDifference(ctx, input)),
	triableOrders: managers.input(triableOrdersInput).query(({ ctx, input }) => listTriableOrders(ctx, input)),
	/** Says what keeps a chain from running. It changes nothing; a chain is longer than what fits into a question's address. */
	assemble: managers.input(assembleInput).mutation(({ input: { steps } }) => {
		const { links, troubles } = assembleChain(steps, known);
		return { steps: links.map(stepOf), troubles };
	}),
	/** Whom a chain would choose for an order, now or then. It changes nothing, either. */
	tryChain: managers.input(tryChainInput).mutation(async ({ ctx, input: { orderId, chain, moment } }) => {
		const trial = await getTrial(ctx, { order: orderId, chain, moment });
		return "troubles" in trial ? { ...trial, result: null } : { troubles: [], result: trialInWords(trial) };
	}),
	/** What a version that runs beside would have decided otherwise. */
	shadow: managers.input(pipelineInput).query(async ({ ctx, input }) => {
		const { names, differences, ...counted } = await getShadow(ctx, input);
		const worker = (sample: SampleId | null) => sample && { workerId: sample, name: names.get(sample) ?? "" };
		return {
			...counted,
			differences: differences.map(
				({ result: { order, chosen, decided, pipelineVersion: _version, ...rest }, number }) => ({
					...{ orderId: order, orderNumber: number, ...rest, chosen: worker(chosen), decided: worker(decided) },
				}),
			),
		};
	}),
	/** What became of the orders that each version decided. */
	outcomes: managers.query(({ ctx }) => listOutcomes(ctx)),
	/** Whom a version would have chosen for past orders, from what was known then. */
	replay: managers.input(replayInput).query(async ({ ctx, input }) => {
		const { names, differences, ...compared } = await getReplay(ctx, input);
		const worker = (sample: SampleId) => ({ workerId: sample, name: names.get(sample) ?? "" });
		return {
			...compared,
			differences: differences.map(({ order, number, at, decided, chosen }) => ({
				...{ orderId: order, orderNumber: number, at },
				...{ decided: worker(decided), chosen: chosen && worker(chosen) },
			})),
		};
	}),
	/** Past the chain, but not past the calendar. */
	pinWorker: managers
		.input(pinWorkerInput)
		.mutation(({ ctx, input: { orderId, workerId, reason } }) =>
			pinWorker(ctx, { order: orderId, sample: workerId, reason }),
		),
	savePipeline: managers.input(savePipelineInput).mutation(({ ctx, input }) => savePipeline(ctx, input)),
	activatePipeline: managers.input(activatePipelineInput).mutation(({ ctx, input }) => activatePipeline(ctx, input)),
	rollBackPipeline: managers.input(rollBackInput).mutation(({ ctx, input }) => rollBackPipeline(ctx, input)),
	shadowPipeline: managers.input(shadowPipelineInput).mutation(({ ctx, input }) => shadowPipeline(ctx, input)),
	sharePipeline: managers.input(sharePipelineInput).mutation(({ ctx, input }) => sharePipeline(ctx, input)),
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

const stepOf = ({ name, step: { id, version, kind, name: called }, params, weight }: Link) => ({
	...{ step: id, name, called, version, kind, params },
	weight: kind === "score" ? weight : null,
});

type Told = Pick<Trial, "links" | "chosen" | "waitingReason" | "candidates" | "said" | "names" | "timeZone">;

/** The candidates by name, the best first, then the eliminated ones; why each is out, and the whole in one sentence. */
function toldInWords({ links, chosen, waitingReason, candidates, said, names, timeZone }: Told) {
	const nameOf = (sample: SampleId) => names.get(sample) ?? "";
	const shown = { links, steps: known, timeZone, nameOf };
	const worker = (sample: SampleId) => ({ workerId: sample, name: nameOf(sample) });
	return {
		waitingReason,
		steps: links.map(stepOf),
		chosen: chosen && worker(chosen),
		sentence: said ? sentenceOf(said, shown) : waitingReason && waitingSentences[waitingReason],
		candidates: candidates.map(({ sample, values, out, rank }) => ({
			...{ ...worker(sample), values, rank },
			out: out && { ...out, words: outInWords(out, shown) },
		})),
	};
}

const nothingElse = { chosen: null, waitingReason: null, said: null };

const trialInWords = (trial: Trial) => ({ score: trial.score, funnel: trial.funnel, ...toldInWords(trial) });

function explanationInWords({ demand, records, reservations, names, timeZone }: Explanation) {
	const worker = (sample: SampleId) => ({ workerId: sample, name: names.get(sample) ?? "" });
	return {
		state: demand.state,
		waitingReason: demand.waitingReason,
		excluded: demand.excluded.map(worker),
		/** One for each match, and the search that goes on as the last. */
		matches: records.map(({ match, at, pipelineVersion, outcome, score, funnel, pinned, ...told }) => ({
			...{ match, at, chainVersion: pipelineVersion, outcome, score, funnel, pinned },
			...toldInWords({ ...told, names, timeZone }),
		})),
		reservations: reservations.map(
			({ match, sample, startsAt, endsAt, heldAt, releasedAt, releasedBy, replacing }) => ({
				...{ match, ...worker(sample), startsAt, endsAt, heldAt, releasedAt, releasedBy, replacing },
			}),
		),
	};
}
