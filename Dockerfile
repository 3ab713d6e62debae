# syntax=docker/dockerfile:1.7
# Build: docker build --secret id=actions_key,src=secrets/actions_key -t framewise .
# The key names the actions of the build; give the same one where it runs (docs/deploy.md).

FROM node:22-bookworm-slim AS built
WORKDIR /app
COPY package.json package-lock.json ./
COPY lib/cli/framewise.mjs lib/cli/
RUN node lib/cli/framewise.mjs install
COPY . .
RUN --mount=type=secret,id=actions_key,required=true \
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY_FILE=/run/secrets/actions_key node lib/cli/framewise.mjs build

FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json ./
COPY lib/cli/framewise.mjs lib/cli/
RUN node lib/cli/framewise.mjs install && npm cache clean --force
COPY --from=built --chown=node:node /app/.next .next
COPY --from=built /app/lib/db/generated lib/db/generated
COPY . .
# Its own secret and builds' logs go here where no settings say otherwise; the rest is read only.
RUN mkdir .framewise && chown node:node .framewise
USER node
EXPOSE 3000
HEALTHCHECK --start-period=60s --interval=15s --timeout=5s \
    CMD ["node", "-e", "fetch('http://localhost:' + (process.env.PORT ?? 3000) + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "lib/cli/framewise.mjs", "start"]
