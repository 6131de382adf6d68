import { registerWorkerOnWorkerChanged } from "./register-worker";

export const identityFunctions = [registerWorkerOnWorkerChanged];
