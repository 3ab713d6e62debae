# Build: docker build --secret id=actions_key,src=secrets/actions_key -t framewise .
# The key names the actions of the build; give the same one where it runs (docs/deploy.md).

FROM node:22-bookworm-slim AS built
WORKDIR /app
COPY package.json package-lock.json ./
COPY lib/cli/framewise.mjs lib/cli/
RUN node lib/cli/framewise.mjs install
COPY . .
RUN --mount=type=secret,id=actions_key,required=true \
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY_FILE=/run/secrets/actions_key node lib/cli/framewise.mjs build && rm -rf .next/cache

FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json ./
COPY lib/cli/framewise.mjs lib/cli/
# Of what npm brings, a third only builds, or speaks to other databases.
RUN node lib/cli/framewise.mjs install && npm cache clean --force && cd node_modules && rm -rf \
    prisma @prisma/studio-core @prisma/dev @prisma/engines @prisma/fetch-engine @prisma/query-plan-executor \
    effect @electric-sql elkjs remeda lodash mysql2 typescript @typescript @types playwright playwright-core @playwright \
    tailwindcss @tailwindcss lightningcss lightningcss-* next/dist/docs \
    @prisma/client/runtime/*.mysql.* @prisma/client/runtime/*.sqlite.* @prisma/client/runtime/*.sqlserver.* \
    @prisma/client/runtime/*.cockroachdb.*
COPY --from=built /app/.next .next
COPY --from=built /app/lib/db/generated lib/db/generated
COPY . .
# What it may write: its own secret where no setting gives one, and backups. A volume takes its owner from here.
RUN mkdir .framewise /backups && chown node:node .framewise /backups
USER node
EXPOSE 3000
HEALTHCHECK --start-period=60s --interval=15s --timeout=5s \
    CMD ["node", "-e", "fetch('http://localhost:' + (process.env.PORT ?? 3000) + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "lib/cli/framewise.mjs", "start"]
