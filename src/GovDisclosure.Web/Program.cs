using GovDisclosure.Web.Infrastructure;

var builder = WebApplication.CreateBuilder(args);
builder.AddPortalShell();

var app = builder.Build();
app.UsePortalShell();
app.MapPortalShell();
await app.RunAsync();
