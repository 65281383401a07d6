using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Accounts;

/// <summary>
/// People, passwords, roles, sessions and Data Protection keys, in a schema of their own that only the login <c>gov_accounts</c>
/// reaches: no page's query can read a password hash. It has no tenant, since it is asked before the tenant is known.
/// </summary>
public sealed class AccountsDbContext(DbContextOptions<AccountsDbContext> options)
    : IdentityDbContext<Person, IdentityRole<Guid>, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>The schema of the tables.</summary>
    public const string Schema = "accounts";

    public DbSet<SignInSession> Sessions => Set<SignInSession>();

    public DbSet<AccountEvent> Events => Set<AccountEvent>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasDefaultSchema(Schema);
        builder.Entity<Person>(person =>
        {
            person.ToTable("person");
            person.Property(row => row.DisplayName).HasMaxLength(100);
            person.HasIndex(row => row.AgencyId);
        });
        builder.Entity<IdentityRole<Guid>>().ToTable("role");
        builder.Entity<IdentityUserRole<Guid>>().ToTable("person_role");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("person_claim");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("person_login");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("person_token");
        builder.Entity<IdentityRoleClaim<Guid>>().ToTable("role_claim");
        builder.Entity<DataProtectionKey>().ToTable("data_protection_key");
        builder.Entity<AccountEvent>(entry =>
        {
            entry.ToTable("account_event");
            entry.HasKey(row => row.Id);
            entry.Property(row => row.Action).HasMaxLength(60);
            entry.Property(row => row.ActorName).HasMaxLength(100);
            entry.Property(row => row.RemoteAddress).HasMaxLength(60);
            entry.HasIndex(row => new { row.At, row.Id });
            entry.HasIndex(row => new { row.AgencyId, row.At });
            entry.HasIndex(row => new { row.SubjectId, row.At });
        });
        builder.Entity<SignInSession>(session =>
        {
            session.ToTable("sign_in_session");
            session.HasKey(row => row.KeyHash);
            session.HasIndex(row => row.PersonId);
            session.HasIndex(row => row.ExpiresAt);
            session.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId);
        });
    }
}
