using System.CommandLine;
using GovDisclosure.Data;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Web.Commands;

/// <summary><c>admin create</c>: makes the first administrator of a new portal, so that none has to be shipped with a known password.</summary>
internal static class AdminCommand
{
    public static Command Create()
    {
        var userName = new Option<string>("--user") { Description = "The sign-in name.", Required = true };
        var displayName = new Option<string>("--name") { Description = "The name that colleagues see.", Required = true };
        var agencyCode = new Option<string>("--agency") { Description = "The code of the person's agency.", DefaultValueFactory = _ => "office" };
        var create = new Command("create", "Makes an administrator. The password is asked for, or read from standard input where that is redirected.")
        {
            userName, displayName, agencyCode,
        };
        create.SetAction((result, cancellationToken) => CreateAsync(
            result.GetValue(userName)!, result.GetValue(displayName)!, result.GetValue(agencyCode)!, cancellationToken));
        return new Command("admin", "Administrators.") { create };
    }

    private static async Task<int> CreateAsync(string userName, string displayName, string agencyCode, CancellationToken cancellationToken)
    {
        var password = ReadPassword();
        // The portal's own settings and database, but no pages.
        var builder = PortalEnvironment.CreateBuilder([]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddPortalHosting();
        builder.AddPortalAccounts();
        await using var app = builder.Build();
        await app.Services.GetRequiredService<PortalDatabase>().PrepareAsync(cancellationToken);

        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await SamplePeople.EnsureRolesAsync(
            services.GetRequiredService<AccountsDbContext>(), services.GetRequiredService<ILookupNormalizer>(), cancellationToken);
        var agency = await services.GetRequiredService<GovDbContext>().Agencies.SingleOrDefaultAsync(row => row.Code == agencyCode, cancellationToken);
        if (agency is null)
        {
            await Console.Error.WriteLineAsync($"There is no agency with the code {agencyCode}.");
            return 2;
        }

        var people = services.GetRequiredService<UserManager<Person>>();
        var person = new Person { Id = Guid.CreateVersion7(), AgencyId = agency.Id, DisplayName = displayName, UserName = userName };
        var result = await people.CreateAsync(person, password);
        if (result.Succeeded)
        {
            result = await people.AddToRoleAsync(person, PersonRole.Administrator);
        }

        if (!result.Succeeded)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, result.Errors.Select(error => error.Description)));
            return 2;
        }

        Console.WriteLine($"{userName} can sign in as administrator of {agency.ShortName}.");
        return 0;
    }

    private static string ReadPassword()
    {
        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine() ?? "";
        }

        Console.Write("Password: ");
        var typed = new System.Text.StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.WriteLine();
        return typed.ToString();
    }
}
