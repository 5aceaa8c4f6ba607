# One image for server and worker; compose.yaml shows both beside a PostgreSQL.
FROM node:22-bookworm-slim AS build
WORKDIR /rapport
COPY package.json package-lock.json .npmrc ./
COPY packages ./packages
COPY scripts ./scripts
COPY tsconfig.json ./
RUN npm ci --include=dev --include=optional --no-audit --no-fund \
 && node --import tsx scripts/build.ts \
 && npm prune --omit=dev --no-audit --no-fund

FROM node:22-bookworm-slim
WORKDIR /rapport
ENV NODE_ENV=production
COPY --from=build /rapport/node_modules ./node_modules
COPY --from=build /rapport/packages ./packages
COPY --from=build /rapport/dist ./dist
COPY examples ./examples
COPY package.json ./
RUN install -d -o node -g node /data
USER node
ENV RAPPORT_DATA=/data
VOLUME /data
EXPOSE 7400
CMD ["node", "--max-old-space-size=448", "dist/rapport.mjs", "serve"]
