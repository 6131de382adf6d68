/** The public face of billing: how does this client stand, and do the books hold? */
export { clientStanding, objectionTo } from "./queries/get-client-standing";
export { listLedgerFindings } from "./queries/list-ledger-findings";
