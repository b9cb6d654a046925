# The server in a container. Node runs the sources as they are: there is nothing to build, only packages to install.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 DATA_FOLDER=/data
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE ./
COPY engine engine
COPY server server
COPY scripts/server-admin.ts scripts/
COPY public/data public/data
# What Node makes of the sources is kept: a start takes half the time, and 40 MB less.
ENV NODE_COMPILE_CACHE=/app/compile-cache
# A volume belongs to whom its folder belongs to here.
RUN node server/compile-sources.ts \
  && mkdir /data /backups && chown -R node:node /data /backups compile-cache
USER node
VOLUME /data
EXPOSE 8437
# As process 1 it gets the container's signals itself, and stops in order.
CMD ["node", "server/main.ts"]
