import { managers, router } from "@/server/trpc/procedures";
import { addWorker } from "./commands/add-worker";
import { editWorker } from "./commands/edit-worker";
import { setWorkerActive } from "./commands/set-worker-active";
import { addWorkerInput, editWorkerInput, getWorkerInput, setWorkerActiveInput, workersList } from "./contracts";
import { getWorker } from "./queries/get-worker";
import { listTraits } from "./queries/list-traits";
import { countWorkers, listWorkers } from "./queries/list-workers";
import { applicationProcedures } from "./routers/applications";
import { screeningProcedures } from "./routers/screening";
import { testProcedures } from "./routers/tests";

export const hiringRouter = router({
	...applicationProcedures,
	...screeningProcedures,
	...testProcedures,
	listWorkers: managers.input(workersList.input).query(({ ctx, input }) => listWorkers(ctx, input)),
	workersCount: managers.input(workersList.filtersOnly).query(({ ctx, input }) => countWorkers(ctx, input)),
	getWorker: managers.input(getWorkerInput).query(({ ctx, input }) => getWorker(ctx, input)),
	listTraits: managers.query(({ ctx }) => listTraits(ctx)),
	addWorker: managers.input(addWorkerInput).mutation(({ ctx, input }) => addWorker(ctx, input)),
	editWorker: managers.input(editWorkerInput).mutation(({ ctx, input }) => editWorker(ctx, input)),
	setWorkerActive: managers.input(setWorkerActiveInput).mutation(({ ctx, input }) => setWorkerActive(ctx, input)),
});
