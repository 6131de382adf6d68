/** The public face of matching: which traits a service type needs. Orders and answers travel by events alone. */
export { setRequirements } from "./commands/set-requirements";
