export function secretsOf(dataDir: string): {
	AUTH_SECRET: string;
	CARD_SANDBOX_SECRET: string;
	COOKIE_BAKER_SECRET: string;
	GOLD_HAT_SECRET: string;
	POSTGRES_PASSWORD: string;
};
