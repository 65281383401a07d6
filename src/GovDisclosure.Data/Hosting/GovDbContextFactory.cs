using GovDisclosure.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Hosting;

/// <summary>Makes contexts outside a web request: at start, in commands and in tests.</summary>
public sealed class GovDbContextFactory(GovDataSources sources)
{
    /// <summary>A context for one unit of work on behalf of a scope; the caller disposes of it.</summary>
    public GovDbContext Create(AccessScope scope)
    {
        var options = new DbContextOptionsBuilder<GovDbContext>();
        ContextOptions.ConfigureGov(options, sources.For(scope.Audience));
        return new GovDbContext(options.Options, scope);
    }
}
