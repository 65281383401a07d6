# Build: the same commands as in docs/operations.md, with the SDK of global.json.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# What decides the packages comes first, so that a change of code does not restore them again.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/GovDisclosure.Domain/GovDisclosure.Domain.csproj src/GovDisclosure.Domain/packages.lock.json src/GovDisclosure.Domain/
COPY src/GovDisclosure.Data/GovDisclosure.Data.csproj src/GovDisclosure.Data/packages.lock.json src/GovDisclosure.Data/
COPY src/GovDisclosure.LocalPostgres/GovDisclosure.LocalPostgres.csproj src/GovDisclosure.LocalPostgres/packages.lock.json src/GovDisclosure.LocalPostgres/
COPY src/GovDisclosure.Web/GovDisclosure.Web.csproj src/GovDisclosure.Web/packages.lock.json src/GovDisclosure.Web/
RUN dotnet restore src/GovDisclosure.Web --locked-mode

COPY .editorconfig BannedSymbols.txt ./
COPY data/ data/
COPY src/ src/
RUN dotnet publish src/GovDisclosure.Web --configuration Release --no-restore --output /publish

# Run: no SDK, no shell scripts, not root.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /publish ./
ENV ASPNETCORE_ENVIRONMENT=Production \
    Urls=http://0.0.0.0:8080
EXPOSE 8080
USER $APP_UID
HEALTHCHECK --interval=15s --timeout=10s --start-period=60s --retries=3 \
    CMD ["dotnet", "GovDisclosure.Web.dll", "health", "http://localhost:8080"]
ENTRYPOINT ["dotnet", "GovDisclosure.Web.dll"]
