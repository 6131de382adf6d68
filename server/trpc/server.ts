import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { createRequestCtx } from "./request-context";
import { createCaller } from "./root";

/** The context of the page being rendered: the session is looked up once a request. */
export const pageContext = cache(async () => createRequestCtx(new Headers(await headers())));

/** Procedures called from a server component, as the signed-in person. */
export const api = createCaller(pageContext);
