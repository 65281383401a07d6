using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace GovDisclosure.IntegrationTests.Architecture;

/// <summary>Dockerfile and docker-compose.yml against the repository: what they copy, build, set and publish. No engine is needed.</summary>
public sealed partial class ContainerFilesTests
{
    private const string Project = "src/GovDisclosure.Web";

    // Read by ASP.NET Core itself, so no source of ours names them.
    private static readonly string[] FrameworkKeys = ["AllowedHosts", "Urls", "ASPNETCORE_ENVIRONMENT", "ASPNETCORE_FORWARDEDHEADERS_ENABLED"];

    private static string Root { get; } = FindRoot();

    private static string[] Dockerfile { get; } = ReadDockerfile();

    private static YamlMappingNode Compose { get; } = ReadCompose();

    [Fact]
    public void Dockerfile_CopiesOnlyWhatExistsAndIsNotIgnored()
    {
        var sources = Dockerfile.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from=", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..^1])
            .ToList();
        var allowed = File.ReadLines(Path.Combine(Root, ".dockerignore")).Where(line => line.StartsWith('!')).Select(line => line[1..]).ToList();

        Assert.NotEmpty(sources);
        Assert.All(sources, source =>
        {
            Assert.True(Path.Exists(Path.Combine(Root, source)), $"{source} does not exist");
            Assert.Contains(source.Split('/')[0], allowed);
        });
    }

    [Fact]
    public void Dockerfile_PublishesThePortalExactlyAsLocked()
    {
        var commands = Dockerfile.Where(line => line.StartsWith("RUN ", StringComparison.Ordinal)).Select(line => line[4..]).ToList();

        Assert.Equal(
            [
                $"dotnet restore {Project} --locked-mode",
                $"dotnet publish {Project} --configuration Release --no-restore --output /publish",
            ],
            commands);
        Assert.Contains($"dotnet publish {Project} --configuration Release", File.ReadAllText(Path.Combine(Root, "docs", "operations.md")), StringComparison.Ordinal);
        Assert.Contains("COPY --from=build /publish ./", Dockerfile);
    }

    [Fact]
    public void Dockerfile_CopiesEveryProjectThatThePortalRefersTo()
    {
        var copied = string.Join('\n', Dockerfile.Where(line => line.StartsWith("COPY src/", StringComparison.Ordinal)));

        Assert.All(Directory.GetDirectories(Path.Combine(Root, "src")).Select(Path.GetFileName), project =>
        {
            Assert.Contains($"src/{project}/{project}.csproj", copied, StringComparison.Ordinal);
            Assert.Contains($"src/{project}/packages.lock.json", copied, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Dockerfile_RunsThePortalAsAnOrdinaryUserAndAsksItsHealth()
    {
        var stage = Dockerfile[Array.FindLastIndex(Dockerfile, line => line.StartsWith("FROM ", StringComparison.Ordinal))..];
        var user = Assert.Single(stage, line => line.StartsWith("USER ", StringComparison.Ordinal))[5..];

        Assert.DoesNotContain(user, (string[])["root", "0"]);
        Assert.Contains("ENTRYPOINT [\"dotnet\", \"GovDisclosure.Web.dll\"]", stage);
        Assert.Single(stage, line => line.Contains("CMD [\"dotnet\", \"GovDisclosure.Web.dll\", \"health\", \"http://localhost:8080\"]", StringComparison.Ordinal));
        Assert.Contains("EXPOSE 8080", stage);
    }

    [Fact]
    public void Compose_HasTheDatabaseThePortalAndTheMailSink()
    {
        Assert.Equal(["database", "mail", "portal"], Services().Select(service => service.Name).Order(StringComparer.Ordinal));
        Assert.Equal("service_healthy", Text(Service("portal"), "depends_on", "database", "condition"));
        Assert.Equal(".", Text(Service("portal"), "build"));
        Assert.Contains("pg_isready", Child(Service("database"), "healthcheck", "test")!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["database:/var/lib/postgresql/data"], Items(Service("database"), "volumes"));
        Assert.True(((YamlMappingNode)Compose["volumes"]).Children.ContainsKey(new YamlScalarNode("database")));
    }

    [Fact]
    public void Compose_PublishesOnLoopbackOnly()
    {
        var ports = Services().SelectMany(service => Items(service.Node, "ports")).ToList();

        Assert.NotEmpty(ports);
        Assert.All(ports, port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));
        Assert.Empty(Items(Service("database"), "ports"));
    }

    [Fact]
    public void Compose_SetsOnlyKeysThatThePortalReads()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .ToList();

        Assert.All(Environment("portal"), setting =>
        {
            var key = setting.Key.Replace("__", ":", StringComparison.Ordinal);
            var read = key.StartsWith("ConnectionStrings:", StringComparison.Ordinal)
                ? $"GetConnectionString(\"{key.Split(':')[1]}\")"
                : $"\"{key}\"";
            Assert.True(
                FrameworkKeys.Contains(key, StringComparer.Ordinal) || sources.Exists(source => source.Contains(read, StringComparison.Ordinal)),
                $"nothing reads {key}");
        });
    }

    [Fact]
    public void Compose_HasNoDefaultForAnySecretAndExampleNamesEveryVariable()
    {
        var example = File.ReadLines(Path.Combine(Root, ".env.example"))
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .ToDictionary(line => line.Split('=', 2)[0], line => line.Split('=', 2)[1], StringComparer.Ordinal);
        var used = Services().SelectMany(service => Environment(service.Name)).Select(setting => setting.Value)
            .SelectMany(value => Variable().Matches(value))
            .ToList();

        Assert.NotEmpty(used);
        Assert.All(used, variable => Assert.StartsWith(":?", variable.Groups["rest"].Value, StringComparison.Ordinal));
        Assert.Equal(example.Keys.Order(StringComparer.Ordinal), used.Select(variable => variable.Groups["name"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.All(example, line => Assert.Empty(line.Value));
        Assert.All(
            Services().SelectMany(service => Environment(service.Name))
                .Where(setting => setting.Key.Contains("PASSWORD", StringComparison.OrdinalIgnoreCase)
                    || setting.Key.Contains("SECRET", StringComparison.OrdinalIgnoreCase)
                    || setting.Value.Contains("Password=", StringComparison.OrdinalIgnoreCase)),
            setting => Assert.Matches(@"\$\{[A-Z_]+:\?", setting.Value));
    }

    private static YamlMappingNode ReadCompose()
    {
        using var reader = File.OpenText(Path.Combine(Root, "docker-compose.yml"));
        var stream = new YamlStream();
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    private static string[] ReadDockerfile() =>
    [
        .. File.ReadAllText(Path.Combine(Root, "Dockerfile")).Replace("\\\n", "", StringComparison.Ordinal).Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith('#')),
    ];

    private static IEnumerable<(string Name, YamlMappingNode Node)> Services() =>
        ((YamlMappingNode)Compose["services"]).Select(pair => (pair.Key.ToString(), (YamlMappingNode)pair.Value));

    private static YamlMappingNode Service(string name) => Services().Single(service => service.Name == name).Node;

    private static Dictionary<string, string> Environment(string service) =>
        Child(Service(service), "environment") is YamlMappingNode settings
            ? settings.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value.ToString(), StringComparer.Ordinal)
            : [];

    private static List<string> Items(YamlMappingNode node, string key) =>
        Child(node, key) is YamlSequenceNode items ? [.. items.Select(item => item.ToString())] : [];

    private static string? Text(YamlMappingNode node, params string[] path) => Child(node, path)?.ToString();

    private static YamlNode? Child(YamlNode node, params string[] path)
    {
        foreach (var key in path)
        {
            if (node is not YamlMappingNode mapping || !mapping.Children.TryGetValue(new YamlScalarNode(key), out var child))
            {
                return null;
            }

            node = child;
        }

        return node;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GovDisclosure.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not lie in the repository.");
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Z_]+)(?<rest>[^}]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
