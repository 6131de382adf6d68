import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/root";

type Outputs = inferRouterOutputs<AppRouter>["hiring"];

export type TestSet = Outputs["testSets"][number];
export type LibraryTest = Outputs["tests"][number];
export type Vacancy = Outputs["vacancies"][number];
