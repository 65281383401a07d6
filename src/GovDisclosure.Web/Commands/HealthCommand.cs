using System.CommandLine;

namespace GovDisclosure.Web.Commands;

/// <summary><c>health [ADDRESS]</c>: asks a running portal whether it is ready, for container health checks where no other client is installed.</summary>
internal static class HealthCommand
{
    private const int Ready = 0;
    private const int NotReady = 1;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var address = new Argument<Uri>("ADDRESS")
        {
            Description = "The portal's address.",
            DefaultValueFactory = _ => new Uri("http://localhost:5080"),
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps))
                {
                    return uri;
                }

                result.AddError($"'{text}' is not an address such as http://localhost:5080.");
                return null;
            },
        };
        var command = new Command("health", "Ask a running portal whether it is ready; the exit code is 0 when it is and 1 when it is not.") { address };
        command.SetAction((result, cancellationToken) =>
            AskAsync(result.GetRequiredValue(address), result.InvocationConfiguration, cancellationToken));
        return command;
    }

    private static async Task<int> AskAsync(Uri address, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(new Uri(address, "/health/ready"), cancellationToken);
            await console.Output.WriteLineAsync(await answer.Content.ReadAsStringAsync(cancellationToken));
            return answer.IsSuccessStatusCode ? Ready : NotReady;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            await console.Error.WriteLineAsync($"health: {address} does not answer: {exception.Message}");
            return NotReady;
        }
    }
}
