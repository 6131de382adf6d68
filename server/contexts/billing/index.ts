/** The public face of billing: how does this client stand, do the books hold, and do the payment services agree? */
export { askProviders } from "./commands/ask-providers";
export { clientStanding, objectionTo } from "./queries/get-client-standing";
export { listLedgerFindings } from "./queries/list-ledger-findings";
