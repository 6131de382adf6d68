import { z } from "zod";

// Zod would try whether it may make functions of text. Our policy forbids that, and browsers report each try.
if (typeof window !== "undefined") z.config({ jitless: true });
