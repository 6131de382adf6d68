import { seedDemo } from "@/server/demo/seed";

await seedDemo();
process.exit(0); // the pools of the database would keep it alive
