/** The public face of billing: how does this client stand? */
export { clientStanding } from "./queries/get-client-standing";
