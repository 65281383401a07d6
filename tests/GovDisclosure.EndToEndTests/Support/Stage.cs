using GovDisclosure.TestCommon;

namespace GovDisclosure.EndToEndTests.Support;

/// <summary>What all browser tests of a run share: the database, the portal on a port of this machine, and a browser.</summary>
public sealed class Stage : IAsyncLifetime
{
    private readonly Chromium _chromium = new();
    private PortalFactory? _portal;
    private Uri? _address;

    /// <summary>The database with the plan, the sample people and the sample history.</summary>
    public PortalServer Server { get; } = new();

    /// <summary>The portal under test.</summary>
    public PortalFactory Portal => _portal ?? throw new InvalidOperationException("The stage has not been set.");

    /// <summary>Visits the portal; afterwards nothing may have gone wrong in the browser on the way.</summary>
    public async Task VisitAsync(Visit visit, Func<Visitor, Task> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        await using var visitor = await Visitor.OpenAsync(await _chromium.OpenAsync(visit, _address!), _address!, visit);
        await action(visitor);
        Assert.Empty(visitor.Complaints);
    }

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        _portal = Server.NewPortal(new PortalHostOptions { ShowsSamples = true });
        _address = _portal.StartOnPort();
        await _chromium.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }

        await Server.DisposeAsync();
    }
}
