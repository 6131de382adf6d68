/** The public face of execution: where an order ends, and who may see its photos. */
export { maySeeFile } from "./queries/get-file-access";
/** What copies of its facts are held against. */
export {
	listAvailabilitiesOnRecord,
	listEndedAmong,
	listEndingsOnRecord,
	listJobsOnRecord,
} from "./queries/list-records";
