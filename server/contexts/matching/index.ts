/** The public face of matching: which traits a service type needs, and whether its copies of others' facts are right. Orders and answers travel by events alone. */
export { rebuildReplicas } from "./commands/rebuild-replicas";
export { setRequirements } from "./commands/set-requirements";
export { listDrift, type Owners } from "./queries/list-drift";
