using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GovDisclosure.LocalPostgres;

/// <summary>Where the server listens: a Unix socket, or loopback TCP where a socket cannot be.</summary>
internal sealed record Endpoint(string? SocketFolder, int Port)
{
    // The kernel's limit is 107 bytes on Linux and 103 on macOS.
    private const int LongestSocketPath = 99;
    private const int SocketPort = 5432;

    public string Host => SocketFolder ?? "127.0.0.1";

    /// <summary>The lock file beside the socket; null for TCP.</summary>
    public string? SocketLock => SocketFolder is null ? null : Path.Combine(SocketFolder, $".s.PGSQL.{SocketPort}.lock");

    /// <summary>Returns the endpoint of the cluster; a TCP port is drawn once and kept in a file.</summary>
    public static Endpoint Of(ClusterFolder folder)
    {
        var socket = Path.Combine(folder.Sockets, $".s.PGSQL.{SocketPort}");
        if (!OperatingSystem.IsWindows() && Encoding.UTF8.GetByteCount(socket) <= LongestSocketPath)
        {
            return new Endpoint(folder.Sockets, SocketPort);
        }

        return File.Exists(folder.PortFile)
            && int.TryParse(File.ReadAllText(folder.PortFile), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? new Endpoint(SocketFolder: null, port)
            : Draw(folder);
    }

    /// <summary>Draws another port when this one is taken; only for a cluster without users, who would hold the old address.</summary>
    public Endpoint Free(ClusterFolder folder) => SocketFolder is not null || IsFree(Port) ? this : Draw(folder);

    private static Endpoint Draw(ClusterFolder folder)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        ClusterFolder.Write(folder.PortFile, port.ToString(CultureInfo.InvariantCulture), ClusterFolder.PrivateFile);
        return new Endpoint(SocketFolder: null, port);
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
