/** The public face of execution: where an order ends, and who may see its photos. */
export { maySeeFile } from "./queries/get-file-access";
